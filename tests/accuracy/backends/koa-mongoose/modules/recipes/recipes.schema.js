import * as yup from 'yup'

export const listQuery = yup.object({
  page: yup.number().integer().min(1).default(1),
  limit: yup.number().integer().min(1).max(60).default(20),
})
