import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose'
import { HydratedDocument, Types } from 'mongoose'

@Schema({ timestamps: true })
export class Event {
  @Prop({ required: true }) title: string
  @Prop({ type: Types.ObjectId, ref: 'User' }) owner: Types.ObjectId
  @Prop() startsAt: Date
  @Prop([{ type: Types.ObjectId, ref: 'User' }]) guests: Types.ObjectId[]
}
export type EventDocument = HydratedDocument<Event>
export const EventSchema = SchemaFactory.createForClass(Event)
