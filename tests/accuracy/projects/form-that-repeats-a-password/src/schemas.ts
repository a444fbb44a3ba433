import { z } from 'zod';

export const signUp = z
  .object({ email: z.email(), password: z.string().min(10), repeated: z.string() })
  .refine((form) => form.password === form.repeated, { path: ['repeated'], message: 'The passwords differ' });
