import { DataSource } from 'typeorm';
import { Guest } from './guest.entity';
import { Host } from './host.entity';
import { HostSubscriber } from './host.subscriber';

export const dataSource = new DataSource({ type: 'postgres', entities: [Guest, Host], subscribers: [HostSubscriber] });
