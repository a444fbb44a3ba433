import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { createUser, resetPassword } from '~/models/user.server';
import { requireUserId } from '~/session.server';

export async function action({ request }: ActionFunctionArgs) { // missed: require-rate-limit
  const formData = await request.formData();
  const email = String(formData.get('email'));
  const password = String(formData.get('password'));

  if (formData.get('intent') === 'reset') {
    await resetPassword(await requireUserId(request), password);
    return redirect('/notes');
  }
  if (password.length < 8) {
    return json({ errors: { password: 'Password is too short' } }, { status: 400 });
  }
  await createUser(email, password);
  return redirect('/notes');
}
