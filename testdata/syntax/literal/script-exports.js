// What can be read of a script without running it.
const path = require('path');
const port = 3000
const { a, b } = require("./x");

module.exports = {
  name: 'web', "quoted-key": `template`, 'hole': `x${port}`,
  number: 3_000, named: port, env: process.env.PORT || 8080, other: process.env.X ?? "y",
  computed: path.join(__dirname, 'x'), call: f({ a: [1, 2] }), arrow: (x) => ({ y: x }),
  list: ["a", 1, true, null, [undefined]], /* a comment: { */
  nested: { deep: { deeper: false } }, open: { ...base, known: 1 },
  short, method() { return { port: 1 }; }, regex: /\.(js|ts)$/,
};
