import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getNotes, searchNotes, tagNotes } from '~/models/note.server';
import { requireUserId } from '~/session.server';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const userId = await requireUserId(request);
  const url = new URL(request.url);
  const q = url.searchParams.get('q');
  if (q) {
    const take = Number(url.searchParams.get('take') ?? 20);
    return json({ notes: await searchNotes(q, take) }); // expect: require-pagination-cap/uncappedLimit
  }
  return json({ notes: await getNotes({ userId }) });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const form = await request.formData();
  try {
    await tagNotes(form.getAll('id') as string[], String(form.get('tag')));
    return json({ ok: true });
  } catch (error) {
    return json({ ok: false, error: (error as Error).message }, { status: 500 }); // expect: no-raw-error-response/errorMessage
  }
};

export default function Notes() {
  const { notes } = useLoaderData<typeof loader>();
  return notes.map((note) => <p key={note.id}>{note.title}</p>);
}
