import { In } from 'typeorm';
import { AppDataSource } from '../data-source';
import { Project } from '../entity/Project';
import { Task } from '../entity/Task';

export class ProjectService {
  private projects = AppDataSource.getRepository(Project);
  private tasks = AppDataSource.getRepository(Task);

  async listAll() {
    return this.projects.find({ order: { id: 'DESC' } }); // expect: require-pagination-cap/unboundedList
  }

  async board(take: number) {
    const projects = await this.projects.find({ take });
    const out = [];
    for (const project of projects) {
      const tasks = await this.tasksOf(project.id); // expect: no-n-plus-one/queryInLoop
      out.push({ ...project, tasks });
    }
    return out;
  }

  async boardFast(take: number) {
    const projects = await this.projects.find({ take });
    const tasks = await this.tasks.findBy({ projectId: In(projects.map((p) => p.id)) });
    return projects.map((p) => ({ ...p, tasks: tasks.filter((t) => t.projectId === p.id) }));
  }

  private tasksOf(projectId: number) {
    return this.tasks.find({ where: { projectId }, order: { position: 'ASC' } });
  }

  async reorder(ids: number[]) {
    await AppDataSource.transaction(async (manager) => {
      await ids.reduce(
        (chain, id, position) => chain.then(() => manager.update(Task, id, { position })), // expect: no-n-plus-one/writeInLoop
        Promise.resolve() as Promise<any>,
      );
    });
  }
}
