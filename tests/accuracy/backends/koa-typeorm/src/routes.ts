import Router from 'koa-router';
import { UserController } from './controllers/UserController';
import { ProjectController } from './controllers/ProjectController';

const router = new Router({ prefix: '/api' });
const users = new UserController();
const projects = new ProjectController();

router.get('/users', users.list);
router.post('/users', users.register); // expect: require-rate-limit/registration
router.put('/me', users.updateProfile);
router.get('/projects', projects.index);
router.get('/board', projects.board);
router.put('/projects/order', projects.reorder);

export default router;
