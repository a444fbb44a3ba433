import { all, defineLibrary } from '../vocabulary.js';

export const lambda = defineLibrary({
  name: 'AWS Lambda',
  kind: 'framework',
  packages: ['aws-lambda', '@types/aws-lambda', '@middy/core'],
  exports: {
    ...all(['APIGatewayEvent', 'APIGatewayProxyEvent', 'APIGatewayProxyEventV2', 'APIGatewayProxyEventBase', 'ALBEvent', 'LambdaFunctionURLEvent'], { type: 'Event' }),
    ...all(['APIGatewayProxyHandler', 'APIGatewayProxyHandlerV2'], { type: 'ApiHandler' }),
    Handler: { type: 'Handler' },
    APIGatewayProxyCallback: { type: 'Callback' },
    ...all(['default', 'middy'], { passes: [[0]], route: { method: '*', handlers: 0 } }),
  },
  types: {
    Event: {
      members: {
        body: { request: 'body' },
        ...all(['queryStringParameters', 'multiValueQueryStringParameters', 'rawQueryString', 'rawPath', 'path'], { request: 'query' }),
        pathParameters: { request: 'params' },
        ...all(['headers', 'multiValueHeaders'], { request: 'headers' }),
        cookies: { request: 'cookies' },
      },
    },
    Callback: { call: { respond: { body: [[1]], how: 'json' }, passesError: [0] } },
    ApiHandler: { handler: 'route' },
    Handler: {},
  },
  handlers: { route: { params: ['Event', 'unknown', 'Callback'], returnsBody: true, declared: true, layer: 'controller' } },
  handlerNames: [{ shape: 'route', params: [['event', '_event']], uses: ['queryStringParameters', 'pathParameters', 'multiValueQueryStringParameters', 'rawQueryString'] }],
});
