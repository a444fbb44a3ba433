import { DataSource } from 'typeorm';
import { User } from './entity/User';
import { Project } from './entity/Project';
import { Task } from './entity/Task';

export const AppDataSource = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  entities: [User, Project, Task],
  synchronize: false,
});
