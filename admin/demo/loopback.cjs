"use strict";
// The Playground listens on every interface and checks nobody; a demo on a shared network must not.
const net = require("node:net");
const { listen } = net.Server.prototype;
net.Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  const names = typeof port === "number" && typeof rest[0] !== "string" ? ["127.0.0.1"] : [];
  return listen.call(this, port, ...names, ...rest);
};
