import type { Request, Response } from 'express';
import { z } from 'zod';
import { customerRepository, type CustomerSearch } from '../repositories/customerRepository';
import { customerService } from '../services/customerService';

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
  const customers = await customerRepository.search(req.query as CustomerSearch);
  res.json({ data: customers });
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
