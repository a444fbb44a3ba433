import express from 'express'
import classes from './routes/classes'
import auth from './routes/auth'

const app = express()
app.use(express.json())
app.use('/classes', classes)
app.use('/auth', auth)
app.listen(3000)
