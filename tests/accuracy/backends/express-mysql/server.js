const express = require('express')
const bodyParser = require('body-parser')

const app = express()
app.use(bodyParser.json())
require('./routes')(app)
app.use((err, req, res, next) => {
  const status = err.status || 500
  res.status(status)
  res.json({ message: err.message, error: req.app.get('env') === 'development' ? err : {} }) // expect: no-raw-error-response/errorMessage
})
app.listen(process.env.PORT || 8080)
