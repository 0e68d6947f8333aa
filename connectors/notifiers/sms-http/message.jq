# A short message as the form that the API takes. It takes at most 1600 characters.
"To=\(.to | @uri)&From=\(.from | @uri)&Body=\(.text[0:1600] | @uri)"
