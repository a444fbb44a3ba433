import { supabase } from '../lib/supabase'

export async function list(limit: number, offset: number) {
  const { data, error } = await supabase.from('classes').select('*').range(offset, offset + limit - 1)
  if (error) throw error
  return data
}

export async function first(limit: number) {
  const { data, error } = await supabase.from('classes').select('*').limit(limit)
  if (error) throw new Error(error.message)
  return data
}

export async function all() {
  const { data } = await supabase.from('classes').select('id, name, coach') // expect: require-pagination-cap/unboundedList
  return data
}

export async function bookings(classId: string) {
  const { data } = await supabase.from('bookings').select('*').eq('class_id', classId)
  return data ?? []
}

export async function overview() {
  const classes = await first(10)
  const out = []
  for (const c of classes) {
    out.push({ ...c, bookings: await bookings(c.id) }) // expect: no-n-plus-one/queryInLoop
  }
  return out
}

export async function book(userId: string, classIds: string[]) {
  await Promise.all(classIds.map((class_id) => supabase.from('bookings').insert({ class_id, user_id: userId }))) // expect: no-n-plus-one/writeInLoop
}

export async function bookAll(userId: string, classIds: string[]) {
  await supabase.from('bookings').insert(classIds.map((class_id) => ({ class_id, user_id: userId })))
}
