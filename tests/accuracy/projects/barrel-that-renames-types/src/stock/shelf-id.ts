export type ShelfId = string & { readonly shelf: true };
