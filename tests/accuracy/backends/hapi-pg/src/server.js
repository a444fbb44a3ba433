'use strict';
const Hapi = require('@hapi/hapi');

exports.start = async () => {
  const server = Hapi.server({ port: 3000 });
  await server.register([require('./orders/routes'), require('./accounts')]);

  server.ext('onPreResponse', (request, h) => {
    const { response } = request;
    if (!response.isBoom) return h.continue;
    return h
      .response({ error: response.message, stack: response.stack }) // expect: no-raw-error-response/errorMessage, no-raw-error-response/errorStack
      .code(response.output.statusCode);
  });

  await server.start();
};
