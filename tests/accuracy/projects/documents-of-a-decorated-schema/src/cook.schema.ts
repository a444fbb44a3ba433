// why: a hook on the schema of a class runs for a model of its documents, by whatever name the type of those goes
import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { hash } from 'bcrypt';
import { HydratedDocument } from 'mongoose';

@Schema()
export class Cook {
  @Prop({ required: true })
  email: string;

  @Prop({ required: true, select: false })
  password: string;
}

export type StoredCook = HydratedDocument<Cook>;
export const CookSchema = SchemaFactory.createForClass(Cook);

CookSchema.pre('save', async function () {
  if (this.isModified('password')) this.password = await hash(this.password, 12);
});
