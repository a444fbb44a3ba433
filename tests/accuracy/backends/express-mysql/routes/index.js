const express = require('express')
const { body } = require('express-validator')
const students = require('../controllers/student.controller')
const courses = require('../controllers/course.controller')
const auth = require('../controllers/auth.controller')

module.exports = (app) => {
  const router = express.Router()
  router.post('/students', students.create)
  router.get('/students', students.findAll)
  router.get('/students/page', students.page)
  router.get('/students/:id', students.findOne)
  router.post('/students/:id/courses', students.enrol)
  router.get('/courses', courses.index)
  router.post('/courses/moves', courses.move)
  router.get('/courses/stats', courses.stats)
  router.post('/register', body('username').isLength({ min: 3 }), body('password').isLength({ min: 8 }), auth.register) // expect: require-rate-limit/registration
  router.post('/signup', auth.signup) // expect: require-rate-limit/registration
  router.post('/login', auth.login) // expect: require-rate-limit/login
  app.use('/api', router)
}
