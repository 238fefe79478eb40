#!/bin/sh
run
