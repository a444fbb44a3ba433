export async function parseInvoice(text: string): Promise<string[]> {
  if (!text.startsWith('INVOICE')) throw new Error('no invoice');
  return text.split('\n');
}
