import type { Generated, Selectable, Insertable } from 'kysely'

export interface Database { users: UsersTable; posts: PostsTable; comments: CommentsTable; tags: TagsTable }
export interface UsersTable { id: Generated<number>; email: string; password: string; name: string }
export interface PostsTable { id: Generated<number>; author_id: number; title: string; body: string; published: boolean }
export interface CommentsTable { id: Generated<number>; post_id: number; text: string }
export interface TagsTable { id: Generated<number>; name: string }
export type Post = Selectable<PostsTable>
export type NewPost = Insertable<PostsTable>
