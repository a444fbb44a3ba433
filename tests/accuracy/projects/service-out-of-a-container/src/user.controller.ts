// why: what a container gives is an instance of the class
import { Request, Response } from 'express';
import { Container } from 'typedi';
import { UserService } from './user.service';

export class UserController {
  public users = Container.get(UserService);

  public archive = async (req: Request, res: Response) => {
    for (const id of req.body.ids) await this.users.archive(id); // expect: no-n-plus-one/writeInLoop
    res.status(204).end();
  };
}
