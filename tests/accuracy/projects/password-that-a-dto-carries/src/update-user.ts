import type { Repository } from 'typeorm';
import bcrypt from 'bcrypt';
import type { User } from './user.entity';
import type { UpdateUserDto } from './update-user.dto';

export class UpdateUser {
  constructor(private readonly users: Repository<User>) {}

  async run(id: string, dto: UpdateUserDto) {
    if (dto.password) dto.password = await bcrypt.hash(dto.password, 12);
    await this.users.update(id, { name: dto.name, password: dto.password });
  }
}
