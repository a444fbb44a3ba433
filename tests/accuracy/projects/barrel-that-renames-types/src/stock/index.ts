import { ShelfRepository } from './shelf.repository';
import type { ShelfId } from './shelf-id';

export { ShelfRepository as Shelves };
export type { ShelfId };
