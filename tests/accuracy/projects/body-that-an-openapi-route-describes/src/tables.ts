import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const monitors = sqliteTable('monitors', { id: integer('id').primaryKey(), name: text('name'), url: text('url'), workspaceId: integer('workspace_id') });
