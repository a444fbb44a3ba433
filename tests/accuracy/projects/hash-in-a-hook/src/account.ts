import { Schema, model } from 'mongoose';
import bcrypt from 'bcrypt';

const schema = new Schema({ email: String, password: String });

schema.pre('save', async function () {
  if (this.isModified('password')) this.password = await bcrypt.hash(this.password!, 12);
});

export const Account = model('Account', schema);
