// SPDX-License-Identifier: GPL-3.0-or-later
// The part of an organisation's name that is its own: people type "furia" for "Spółdzielnia
// Socjalna FURIA". Takes off the legal form as its vocabulary words it, nothing else; not for
// comparing names. Thread-safe: no state.
#pragma once

#include "core/catalogue/catalogue.h"

#include <optional>
#include <string>

namespace wespol {

/// Folded. Null when the name does not begin or end with its legal form, or when what is left says
/// nothing: too short, a place ("Spółdzielnia Socjalna Kalisz"), or the end of a phrase ("w Pile").
std::optional<std::string> own_name(const Entity& entity, const References& references);

}  // namespace wespol
