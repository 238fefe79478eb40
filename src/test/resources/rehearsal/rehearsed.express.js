// As much of Express as it takes to listen where a program says.
const http = require("http");
const listen = (...told) =>
  http
    .createServer((request, response) =>
      setTimeout(() => response.end("ok\n"), 1000 * (request.headers["x-sleep"] || 0)),
    )
    .listen(...told);
const application = new Proxy(() => {}, {
  get: (_, name) => (name === "listen" ? listen : () => application),
});
module.exports = Object.assign(() => application, { json: () => {}, urlencoded: () => {}, static: () => {}, Router: () => application });
