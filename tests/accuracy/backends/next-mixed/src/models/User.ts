import mongoose, { Schema, models, model } from 'mongoose'

const UserSchema = new Schema({ email: { type: String, unique: true }, password: { type: String, required: true }, orders: [{ type: Schema.Types.ObjectId, ref: 'Order' }] })

export default models.User || model('User', UserSchema)
