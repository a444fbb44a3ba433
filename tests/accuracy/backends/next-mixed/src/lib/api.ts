import { NextResponse } from 'next/server'
import { ZodError } from 'zod'

type Handler = (req: Request, ctx: any) => Promise<Response>

export function withErrors(handler: Handler): Handler {
  return async (req, ctx) => {
    try {
      return await handler(req, ctx)
    } catch (err) {
      if (err instanceof ZodError) return NextResponse.json({ issues: err.issues }, { status: 400 })
      console.error(err)
      return apiError(err) // expect: no-raw-error-response/errorMessage
    }
  }
}

export function apiError(err: unknown, status = 500) {
  const message = err instanceof Error ? err.message : 'Unknown error'
  return NextResponse.json({ message }, { status })
}
