import { container } from 'tsyringe';
import { database } from './database';
import { TicketRepository } from './tickets/ticket.repository';
import { TicketService } from './tickets/ticket.service';

container.register('Knex', { useValue: database });
container.register('ITicketRepository', { useClass: TicketRepository });
container.registerSingleton(TicketService);

export { container };
