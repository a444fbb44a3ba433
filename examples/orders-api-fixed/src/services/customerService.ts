import { ConflictError, NotFoundError, UnauthorizedError } from '../lib/http';
import { paginated, type Page } from '../lib/pagination';
import { hashPassword, verifyPassword } from '../lib/passwords';
import { customerRepository } from '../repositories/customerRepository';
import { orderRepository } from '../repositories/orderRepository';

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
  async search(name: string | undefined, page: Page) {
    const [customers, total] = await Promise.all([
      customerRepository.search(name, page),
      customerRepository.countMatching(name),
    ]);
    return paginated(customers, page, total);
  }

  async register({ name, email, password }: CustomerRegistration) {
    if (await customerRepository.findCredentialsByEmail(email)) {
      throw new ConflictError('Email already in use');
    }
    const passwordHash = await hashPassword(password);
    return customerRepository.create({ name, email, passwordHash });
  }

  async login(email: string, password: string) {
    const customer = await customerRepository.findCredentialsByEmail(email);
    if (!customer || !(await verifyPassword(password, customer.passwordHash))) {
      throw new UnauthorizedError();
    }
    return { id: customer.id, name: customer.name };
  }

  async changePassword(id: string, currentPassword: string, newPassword: string): Promise<void> {
    const customer = await customerRepository.findCredentialsById(id);
    if (!customer) {
      throw new NotFoundError('Customer');
    }
    if (!(await verifyPassword(currentPassword, customer.passwordHash))) {
      throw new UnauthorizedError();
    }
    await customerRepository.setPasswordHash(id, await hashPassword(newPassword));
  }

  async loyaltyByCustomer(customerIds: string[]): Promise<Map<string, Loyalty>> {
    const totals = await orderRepository.totalShippedByCustomer(customerIds);
    return new Map(
      totals.map(({ customerId, _count, _sum }) => [
        customerId,
        { orders: _count, spentCents: _sum.totalCents ?? 0 },
      ]),
    );
  }
}

export const customerService = new CustomerService();
