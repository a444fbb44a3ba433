import { Type, type Static } from '@sinclair/typebox';

export const SongsQuery = Type.Object({ limit: Type.Integer({ minimum: 1, default: 20 }), genre: Type.Optional(Type.String({ maxLength: 30 })) });
export type SongsQuery = Static<typeof SongsQuery>;
