import { all, defineLibrary, type Member } from '../vocabulary.js';

const get: Member = { instantiates: [0] };

export const typedi = defineLibrary({
  name: 'TypeDI',
  kind: 'utility',
  packages: ['typedi'],
  exports: { default: { type: 'Container' }, Container: { type: 'Container' }, ContainerInstance: { type: 'Container' } },
  types: { Container: { members: { get } } },
});

export const tsyringe = defineLibrary({
  name: 'TSyringe',
  kind: 'utility',
  packages: ['tsyringe'],
  exports: { container: { type: 'Container' } },
  types: { Container: { members: { resolve: get, createChildContainer: { returns: 'Container' } } } },
});

export const inversify = defineLibrary({
  name: 'InversifyJS',
  kind: 'utility',
  packages: ['inversify'],
  exports: { Container: { constructs: 'Container' } },
  types: { Container: { members: all(['get', 'getAsync'], get) } },
});
