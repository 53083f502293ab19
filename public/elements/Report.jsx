import * as React from 'react'
import { Renderer } from '@/components/renderer'

export default window.vouchView('Report', { React, Renderer, props, doors: { callAction, sendUserMessage, updateElement } })
