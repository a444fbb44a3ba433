export const compile = (source: string) => new Function(source);
