type Handler = (request: Request) => Promise<Response>;

export const withSession = (handler: Handler): Handler => (request) => (request.headers.has('x-user') ? handler(request) : Promise.resolve(new Response(null, { status: 401 })));
