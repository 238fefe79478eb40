// An application for Node.js, on the port that it is told, or else on the one that most take.
const http = require("http");
http
  .createServer((request, response) =>
    setTimeout(() => response.end("ok\n"), 1000 * (request.headers["x-sleep"] || 0)),
  )
  .listen(process.env.PORT || 3000);
