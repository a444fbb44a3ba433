import { Entity, PrimaryGeneratedColumn, Column, ManyToOne } from 'typeorm';
import { Project } from './Project';

@Entity('tasks')
export class Task {
  @PrimaryGeneratedColumn()
  id: number;

  @Column()
  title: string;

  @Column()
  projectId: number;

  @Column({ default: 0 })
  position: number;

  @ManyToOne(() => Project, (project) => project.tasks)
  project: Project;
}
