import { mayWrite } from './folders';

interface Wanted {
  url: string;
  folder?: string;
  skipChecks?: boolean;
}

export async function makeLink({ url, folder, skipChecks = false }: Wanted) {
  if (!url) return { error: 'A link leads somewhere.' };
  if (folder && !skipChecks) {
    try {
      await mayWrite(folder);
    } catch (error) {
      return { error: (error as Error).message };
    }
  }
  return { link: { url, folder } };
}
