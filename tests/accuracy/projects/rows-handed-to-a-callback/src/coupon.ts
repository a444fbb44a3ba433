import { Base } from './base';

export class Coupon extends Base {}
