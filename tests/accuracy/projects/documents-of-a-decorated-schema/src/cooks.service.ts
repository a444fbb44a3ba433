import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { Cook, StoredCook } from './cook.schema';

@Injectable()
export class CooksService {
  constructor(@InjectModel(Cook.name) private readonly cooks: Model<StoredCook>) {}

  async add({ email, password }: { email: string; password: string }) {
    const cook = new this.cooks({ email, password });
    await cook.save();
    return cook.id;
  }

  async change(id: string, password: string) {
    const cook = await this.cooks.findById(id);
    cook.password = password;
    await cook.save();
  }

  async force(id: string, password: string) {
    await this.cooks.updateOne({ _id: id }, { $set: { password } }); // expect: no-unhashed-password/plaintext
  }
}
