const json = (schema: object) => ({ 'application/json': { schema } });
const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const answer = (description: string, schema: object) => ({ description, content: json(schema) });

/** A resource as APIs have them: some members required, formats, limits, a choice, a list and an object inside. */
const resource = {
  type: 'object',
  required: ['id', 'name', 'createdAt'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    name: { type: 'string', minLength: 1, maxLength: 64 },
    mail: { type: ['string', 'null'], format: 'email' },
    createdAt: { type: 'string', format: 'date-time' },
    state: { type: 'string', enum: ['open', 'closed', 'archived'] },
    tags: { type: 'array', maxItems: 16, items: { type: 'string', pattern: '^[a-z-]+$' } },
    owner: { type: 'object', properties: { id: { type: 'integer' }, url: { type: 'string', format: 'uri' } } },
  },
};

const failure = { type: 'object', required: ['error'], properties: { error: { type: 'string' } } };
const draft = { ...resource, required: ['name'] };

/** Four operations on each resource: list, create, read, replace. */
function pathsOf(name: string): object {
  const failures = { 400: reference('responses', 'Failure'), 404: reference('responses', 'Failure') };
  const one = { 200: answer('One', reference('schemas', name)), ...failures };
  const body = { required: true, content: json(reference('schemas', `${name}Draft`)) };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } };
  const query = [
    { name: 'from', in: 'query', schema: { type: 'integer', minimum: 0, default: 0 } },
    { name: 'state', in: 'query', schema: { type: 'string', enum: ['open', 'closed'] } },
  ];
  const list = { 200: answer('Some', { type: 'array', items: reference('schemas', name) }), ...failures };
  return {
    [`/${name}`]: {
      get: { operationId: `list${name}`, parameters: query, responses: list },
      post: { operationId: `create${name}`, requestBody: body, responses: one },
    },
    [`/${name}/{id}`]: {
      parameters: [id],
      get: { operationId: `read${name}`, responses: one },
      put: { operationId: `replace${name}`, requestBody: body, responses: one },
    },
  };
}

/** A document of `operations` operations, each resource with schemas of its own, so that nothing compiles only once. */
export function bootDocument(operations: number): object {
  const names = Array.from({ length: operations / 4 }, (_, index) => `Resource${index}`);
  return {
    openapi: '3.1.0',
    info: { title: 'Bench', version: '1.0.0' },
    servers: [{ url: '/' }],
    paths: Object.assign({}, ...names.map(pathsOf)) as object,
    components: {
      schemas: {
        Failure: failure,
        ...Object.fromEntries(names.flatMap((name) => [[name, resource], [`${name}Draft`, draft]])),
      },
      responses: { Failure: answer('Refused', reference('schemas', 'Failure')) },
    },
  };
}
