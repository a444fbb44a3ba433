const Student = require('../models/student.model')

exports.create = (req, res) => {
  if (!req.body) {
    res.status(400).send({ message: 'A student needs a name and an e-mail address' })
    return
  }
  const student = new Student({ name: req.body.name, email: req.body.email, class_id: req.body.classId })
  Student.create(student, (err, data) => {
    if (err) res.status(500).send({ message: err.message || 'The student could not be saved' }) // expect: no-raw-error-response/errorMessage
    else res.send(data)
  })
}

exports.findAll = (req, res) => {
  Student.getAll(req.query.name, (err, data) => {
    if (err) return res.status(500).send({ message: 'Students could not be read' })
    res.send(data)
  })
}

exports.page = (req, res) => {
  const limit = parseInt(req.query.limit) || 20
  const offset = (parseInt(req.query.page) || 0) * limit
  Student.page(limit, offset, (err, data) => { // expect: require-pagination-cap/uncappedLimit
    if (err) return res.status(500).json(err) // expect: no-raw-error-response/rawErrorObject
    res.json(data)
  })
}

exports.findOne = (req, res) => {
  Student.findById(req.params.id, (err, data) => {
    if (err) {
      if (err.unknown) {
        return res.status(404).send({ message: `There is no student ${req.params.id}` })
      }
      return res.status(500).send({ message: 'Could not read student ' + req.params.id })
    }
    res.send(data)
  })
}

exports.enrol = (req, res, next) => {
  Student.enrol(req.params.id, req.body.courses, (err) => {
    if (err) return next(err)
    res.sendStatus(204)
  })
}
