const express = require('express')
const functions = require('firebase-functions')
const trips = require('./trips.controller')
const users = require('./users.controller')

const app = express()
app.use(express.json())
app.get('/trips', trips.list)
app.get('/trips/top', trips.top)
app.get('/trips/all', trips.all)
app.get('/trips/guides', trips.guides)
app.get('/trips/:id', trips.show)
app.post('/signup', users.signup) // expect: require-rate-limit/registration
app.post('/legacy', users.legacy)
app.post('/legacy2', users.legacyHashed)
app.post('/login', users.login) // expect: require-rate-limit/login

exports.api = functions.https.onRequest(app)
