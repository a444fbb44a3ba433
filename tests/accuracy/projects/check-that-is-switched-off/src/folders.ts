export const mayWrite = (folder: string) => fetch(`https://folders.internal/${folder}`);
