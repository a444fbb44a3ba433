// why: an error that comes as a field of a result is sent like a caught one
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');

export async function POST(request: Request) {
  const { text } = await request.json();
  const { error } = await addNote(text);
  if (error) return Response.json({ error: error.message }, { status: 500 }); // expect: no-raw-error-response/errorMessage
  return Response.json({ added: true }, { status: 201 });
}

const addNote = (text: string) => supabase.from('notes').insert({ text });
