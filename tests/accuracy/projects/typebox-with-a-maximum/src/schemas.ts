import { Type, type Static } from '@sinclair/typebox';

export const SongsQuery = Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }), genre: Type.Optional(Type.String()) });
export type SongsQuery = Static<typeof SongsQuery>;
