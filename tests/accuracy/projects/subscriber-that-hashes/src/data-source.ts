import { DataSource } from 'typeorm';
import { Guest } from './guest.entity';
import { GuestSubscriber } from './guest.subscriber';

export const dataSource = new DataSource({ type: 'postgres', entities: [Guest], subscribers: [GuestSubscriber] });
