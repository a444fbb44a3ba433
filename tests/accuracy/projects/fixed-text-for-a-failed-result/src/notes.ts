// why: an error field that only decides over a fixed text is not sent
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');

export async function POST(request: Request) {
  const { text } = await request.json();
  const { error } = await addNote(text);
  if (error) {
    console.error('note not added', error.message);
    return Response.json({ error: error.code === '23505' ? 'There is such a note' : 'The note could not be added' }, { status: 500 });
  }
  return Response.json({ added: true }, { status: 201 });
}

const addNote = (text: string) => supabase.from('notes').insert({ text });
