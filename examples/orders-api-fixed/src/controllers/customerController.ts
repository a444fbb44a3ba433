import type { Request, Response } from 'express';
import { z } from 'zod';
import { readPage } from '@/lib/pagination';
import { customerService } from '../services/customerService';

const search = z.object({ name: z.string().optional() });

const registration = z.object({
  name: z.string().min(1),
  email: z.email(),
  password: z.string().min(12).max(72),
});

const credentials = z.object({ email: z.string(), password: z.string() });

const passwordChange = z.object({
  currentPassword: z.string(),
  newPassword: z.string().min(12).max(72),
});

export async function searchCustomers(req: Request, res: Response): Promise<void> {
  const { name } = search.parse(req.query);
  res.json(await customerService.search(name, readPage(req.query)));
}

export async function registerCustomer(req: Request, res: Response): Promise<void> {
  const customer = await customerService.register(registration.parse(req.body));
  res.status(201).json({ data: customer });
}

export async function loginCustomer(req: Request, res: Response): Promise<void> {
  const { email, password } = credentials.parse(req.body);
  const customer = await customerService.login(email, password);
  res.json({ data: customer });
}

export async function changeCustomerPassword(req: Request, res: Response): Promise<void> {
  const { currentPassword, newPassword } = passwordChange.parse(req.body);
  await customerService.changePassword(req.params.id, currentPassword, newPassword);
  res.status(204).end();
}
