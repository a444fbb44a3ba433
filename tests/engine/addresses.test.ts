/** Addresses of routes: as the code writes them, put together, and compared. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { addressOf, covers, isSame, joined } from '../../src/engine/facts/paths.js';

describe('the address that an expression holds', () => {
  it.each([
    ["'/users'", '/users'],
    ['`/users/${id}`', '/users/?'],
    ['`${USERS}/${id}/x`', '/users/?/x'],
    ['`/api`', '/api'],
    ["'/users/' + id", '/users/?'],
    ['USERS', '/users'],
    ['ROUTES.users', '/users'],
    ['config.apiPrefix', '?'],
    ['/^.users/', '?'],
    ['config.name', undefined],
    ['config[0]', undefined],
    ['handler', undefined],
    ['LIMIT', undefined],
  ])('%s: %s', (code, expected) => {
    const asked = ask(`const USERS = '/users';\nconst LIMIT = 5;\nconst ROUTES = { users: '/users' };\nfunction handler() {}\nconst list = [/* it */ ${code}];\n`);
    expect(addressOf(asked.analysis, asked.at('it'))).toBe(expected);
  });

  it('is none where there is no expression', () => {
    expect(addressOf(ask('f();').analysis, undefined)).toBe(undefined);
  });
});

describe('addresses', () => {
  it.each([
    ['/users', '/:id', '/users/:id'],
    ['/users/', undefined, '/users'],
    [undefined, 'users', '/users'],
  ])('%s and %s are %s', (above, below, expected) => {
    expect(joined(above, below)).toBe(expected);
  });

  it.each([
    [undefined, '/users', true],
    ['/users', '/users/1', true],
    ['/Users', '/users', true],
    ['/users/*', '/users/1', true],
    ['/users/:id', '/users/1', true],
    ['/users/1', '/users/:id', true],
    ['/users/{id}', '/users/1', true],
    ['/?/users', '/teams', true],
    ['/users', '/?', true],
    ['/users/1', '/users', false],
    ['/users', '/teams', false],
  ])('what is mounted on %s sees %s: %s', (mounted, address, expected) => {
    expect(covers(mounted, address)).toBe(expected);
  });

  it.each([
    ['/users/', '/Users', true],
    ['/users', '/teams', false],
    ['/?', '/?', false],
  ])('%s is the same as %s: %s', (one, other, expected) => {
    expect(isSame(one, other)).toBe(expected);
  });
});
