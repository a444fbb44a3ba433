import bcrypt from 'bcrypt';
import { prisma } from '@/lib/db';
import { digest } from '../lib/digest';
import { NotFoundError, UnauthorizedError } from '../lib/http';
import { customerRepository } from '../repositories/customerRepository';

export interface CustomerRegistration {
  name: string;
  email: string;
  password: string;
}

export interface Loyalty {
  orders: number;
  spentCents: number;
}

class CustomerService {
  register(input: CustomerRegistration) {
    return prisma.customer.create({
      data: {
        name: input.name,
        email: input.email,
        passwordHash: digest(input.password),
      },
      select: { id: true, name: true, email: true },
    });
  }

  async login(email: string, password: string) {
    const customer = await customerRepository.findByEmail(email);
    if (!customer || !(await this.matches(password, customer.passwordHash))) {
      throw new UnauthorizedError();
    }
    return { id: customer.id, name: customer.name };
  }

  async changePassword(id: string, currentPassword: string, newPassword: string): Promise<void> {
    const customer = await customerRepository.findById(id);
    if (!customer) {
      throw new NotFoundError('Customer');
    }
    if (!(await this.matches(currentPassword, customer.passwordHash))) {
      throw new UnauthorizedError();
    }

    const passwordHash = await bcrypt.hash(newPassword, 8);
    await prisma.customer.update({ where: { id }, data: { passwordHash } });
  }

  async loyaltyOf(customerId: string): Promise<Loyalty> {
    const shipped = await prisma.order.aggregate({
      where: { customerId, status: 'SHIPPED' },
      _count: true,
      _sum: { totalCents: true },
    });
    return { orders: shipped._count, spentCents: shipped._sum.totalCents ?? 0 };
  }

  private async matches(password: string, stored: string): Promise<boolean> {
    return stored.startsWith('$2') ? bcrypt.compare(password, stored) : digest(password) === stored;
  }
}

export const customerService = new CustomerService();
